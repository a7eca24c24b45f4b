package dev.limber.testkit;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.PackageMatcher;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/**
 * Rules for the code of every module, to be checked in one test each. A module says what each of its packages may use;
 * a package that is not listed is a fault.
 */
public final class HouseRules {
    /** What every package may use. */
    private static final List<String> EVERYWHERE = List.of("java..", "org.jspecify..");

    private HouseRules() {}

    /** The classes of this module's main code below a package; none of its tests, none of other modules. */
    public static JavaClasses mainClasses(String root) {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .withImportOption(new ImportOption.DoNotIncludeJars())
                .importPackages(root);
    }

    /**
     * @param allowed for each package, by its full name, what it may use beside itself and the JDK: package patterns such
     *     as {@code org.yaml.snakeyaml..}
     */
    public static ArchRule packagesUseOnly(Map<String, Set<String>> allowed) {
        return ArchRuleDefinition.classes().should(new ArchCondition<>("use only what their package may use") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                Set<String> patterns = allowed.get(item.getPackageName());
                if (patterns == null) {
                    violated(events, item, "the package of " + item.getName() + " is not listed");
                } else {
                    checkUse(item, patterns, events);
                }
            }
        });
    }

    private static void checkUse(JavaClass item, Set<String> patterns, ConditionEvents events) {
        List<PackageMatcher> matchers = Stream.of(EVERYWHERE, List.of(item.getPackageName()), List.copyOf(patterns))
                .flatMap(List::stream)
                .map(PackageMatcher::of)
                .toList();
        Set<String> foreign = item.getDirectDependenciesFromSelf().stream()
                .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                .filter(target -> !target.isPrimitive())
                .filter(target -> matchers.stream().noneMatch(matcher -> matcher.matches(target.getPackageName())))
                .map(JavaClass::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        foreign.forEach(name -> violated(events, item, item.getName() + " uses " + name));
    }

    /** Classes of these packages neither read nor write anything, know no time and roll no dice. */
    public static ArchRule arePure(String... packages) {
        return ArchRuleDefinition.noClasses()
                .that()
                .resideInAnyPackage(packages)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.io..", "java.nio.file..", "java.net..", "java.sql..", "java.util.random..")
                .orShould()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "roll dice or run by themselves",
                        type -> Set.of(
                                        "java.util.Random",
                                        "java.util.UUID",
                                        "java.security.SecureRandom",
                                        "java.util.concurrent.ThreadLocalRandom",
                                        "java.lang.Thread",
                                        "java.time.Clock",
                                        "java.time.InstantSource")
                                .contains(type.getName())));
    }

    /**
     * Time and place are passed in, nobody sleeps, and what is to be printed goes through those who print.
     *
     * @param except full names of the classes that may: those that wire the program together
     */
    public static ArchRule worldIsPassedIn(String... except) {
        Set<String> exempt = Set.of(except);
        return ArchRuleDefinition.classes()
                .that(DescribedPredicate.describe(
                        "are not exempt",
                        type -> !exempt.contains(outermost(type).getName())))
                .should(new ArchCondition<>("be given the time, the place and the means to print") {
                    @Override
                    public void check(JavaClass item, ConditionEvents events) {
                        item.getAccessesFromSelf().stream()
                                .filter(HouseRules::reachesForTheWorld)
                                .forEach(access -> violated(events, item, access.getDescription()));
                    }
                });
    }

    private static JavaClass outermost(JavaClass type) {
        Optional<JavaClass> enclosing = type.getEnclosingClass();
        return enclosing.map(HouseRules::outermost).orElse(type);
    }

    private static boolean reachesForTheWorld(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        String name = access.getTarget().getName();
        return switch (owner) {
            case "java.lang.System" -> Set.of("currentTimeMillis", "out", "err").contains(name);
            case "java.lang.Thread" -> name.equals("sleep");
            case "java.time.ZoneId" -> name.equals("systemDefault");
            case "java.util.TimeZone", "java.util.Locale" -> name.equals("getDefault");
            case "java.time.Clock", "java.time.InstantSource" -> name.startsWith("system");
            case "java.util.Date", "java.util.GregorianCalendar" -> name.equals("<init>");
            case "java.util.Calendar" -> name.equals("getInstance");
            default -> owner.startsWith("java.time.") && name.equals("now");
        };
    }

    /** Every package has a {@code package-info.java} that bans null. */
    public static ArchRule packagesAreIntroduced() {
        return ArchRuleDefinition.classes().should(new ArchCondition<>("be in a package that is @NullMarked") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                if (!item.getPackage().isAnnotatedWith(NullMarked.class)) {
                    violated(events, item, item.getPackageName() + " has no @NullMarked package-info.java");
                }
            }
        });
    }

    private static void violated(ConditionEvents events, JavaClass item, String message) {
        events.add(SimpleConditionEvent.violated(item, message));
    }
}
