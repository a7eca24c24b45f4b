package dev.limber.illustrator;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each package may use those above it in this list. */
class ArchitectureTest {
    private static final String ROOT = "dev.limber.illustrator";
    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            geometry | java.lang..
            gif      | java.. javax.imageio..
            solid    | java.. geometry
            pose     | java.. org.yaml.snakeyaml.. geometry
            body     | java.. geometry solid pose
            drawing  | java.. geometry gif solid pose body
            """)
    void packages_use_only_those_above_them(String name, String allowed) {
        String[] packages = (name + " " + allowed).split(" ", -1);
        for (int i = 0; i < packages.length; i++) {
            packages[i] = packages[i].endsWith("..") ? packages[i] : ROOT + "." + packages[i];
        }
        classes()
                .that()
                .resideInAPackage(ROOT + "." + name)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(packages).or(resideInAnyPackage("org.jspecify..")))
                .check(MAIN);
    }

    @Test
    void pictures_do_not_depend_on_fonts_or_screens() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.awt\\.(Font.*|Toolkit|Window|Frame|Desktop|font\\..*)")
                .check(MAIN);
    }

    @Test
    void sines_are_the_same_on_every_machine() {
        noClasses()
                .should()
                .callMethod(Math.class, "sin", double.class)
                .orShould()
                .callMethod(Math.class, "cos", double.class)
                .orShould()
                .callMethod(Math.class, "atan2", double.class, double.class)
                .orShould()
                .callMethod(Math.class, "pow", double.class, double.class)
                .check(MAIN);
    }
}
