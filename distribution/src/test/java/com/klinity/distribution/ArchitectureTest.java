package com.klinity.distribution;

import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethod;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Rules that the compiler cannot hold, over the core and all features. */
class ArchitectureTest {

    private static final JavaClasses KLINITY = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("com.klinity");

    @Test
    void every_package_says_what_null_means() {
        classes().should(beInANullMarkedPackage()).check(KLINITY);
    }

    @Test
    void packages_of_a_module_form_no_cycle() {
        slices().matching("com.klinity.platform.(*)..")
                .should()
                .beFreeOfCycles()
                .check(KLINITY);
    }

    @Test
    void nobody_prints() {
        NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(KLINITY);
    }

    @Test
    void nobody_throws_an_exception_without_a_meaning() {
        NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS.check(KLINITY);
    }

    @Test
    void helidon_stays_where_requests_and_settings_are_read() {
        noClasses()
                .that()
                .resideOutsideOfPackages("com.klinity.platform.server..", "com.klinity.platform.settings..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.helidon..")
                .check(KLINITY);
    }

    @Test
    void features_never_touch_a_connection() {
        noClasses()
                .that()
                .resideOutsideOfPackage("com.klinity.platform..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..")
                .check(KLINITY);
    }

    @Test
    void only_the_launcher_ends_the_process() {
        noClasses()
                .that()
                .resideOutsideOfPackage("com.klinity.distribution..")
                .should(callMethod(System.class, "exit", int.class))
                .check(KLINITY);
    }

    @Test
    void no_package_is_a_drawer_for_everything() {
        noClasses()
                .should()
                .resideInAnyPackage("..util..", "..utils..", "..helper..", "..helpers..", "..manager..", "..impl..")
                .check(KLINITY);
    }

    private static ArchCondition<JavaClass> beInANullMarkedPackage() {
        return new ArchCondition<>("be in a @NullMarked package") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(new SimpleConditionEvent(type, marked, type.getName() + " is in no @NullMarked package"));
            }
        };
    }
}
