package dev.limber.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import dev.limber.testkit.broken.AsksTheWorld;
import dev.limber.testkit.broken.unlisted.UsesALibrary;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each rule, broken once to see it fail. */
class HouseRulesTest {
    private static final String PACKAGE = "dev.limber.testkit.broken";
    private static final JavaClasses BROKEN = new ClassFileImporter().importPackages(PACKAGE);

    @Test
    void whoever_asks_the_world_is_found_out_each_time() {
        assertThat(faults(HouseRules.worldIsPassedIn()))
                .hasSize(9)
                .anyMatch(fault -> fault.contains("nowByReference"))
                .anyMatch(fault -> fault.contains("LocalDate.now"))
                .anyMatch(fault -> fault.contains("System.out"))
                .anyMatch(fault -> fault.contains("sleep"));
        assertThat(faults(HouseRules.worldIsPassedIn(AsksTheWorld.class.getName())))
                .isEmpty();
    }

    @Test
    void a_package_that_is_not_listed_is_a_fault() {
        assertThat(faults(HouseRules.packagesUseOnly(Map.of(PACKAGE, Set.of()))))
                .contains("the package of " + UsesALibrary.class.getName() + " is not listed")
                .allMatch(fault -> fault.contains(".unlisted."));
    }

    @Test
    void a_package_that_uses_what_it_may_not_is_a_fault_arrays_included() {
        String other = PACKAGE + ".unlisted";
        assertThat(faults(HouseRules.packagesUseOnly(Map.of(PACKAGE, Set.of(), other, Set.of()))))
                .containsExactly(UsesALibrary.class.getName() + " uses com.ibm.icu.text.MessageFormat");
        assertThat(faults(HouseRules.packagesUseOnly(Map.of(PACKAGE, Set.of(), other, Set.of("com.ibm.icu..")))))
                .isEmpty();
    }

    @Test
    void what_reads_files_or_rolls_dice_is_not_pure() {
        assertThat(faults(HouseRules.arePure(PACKAGE + "..")))
                .anyMatch(fault -> fault.contains("java.nio.file.Path"))
                .anyMatch(fault -> fault.contains("java.util.Random"))
                .anyMatch(fault -> fault.contains("InstantSource"));
    }

    @Test
    void a_package_without_introduction_is_a_fault() {
        JavaClasses foreign = new ClassFileImporter().importClasses(Test.class);

        assertThat(HouseRules.packagesAreIntroduced()
                        .evaluate(foreign)
                        .getFailureReport()
                        .getDetails())
                .containsExactly("org.junit.jupiter.api has no @NullMarked package-info.java");
        assertThat(faults(HouseRules.packagesAreIntroduced())).isEmpty();
    }

    private static List<String> faults(ArchRule rule) {
        return rule.evaluate(BROKEN).getFailureReport().getDetails();
    }
}
