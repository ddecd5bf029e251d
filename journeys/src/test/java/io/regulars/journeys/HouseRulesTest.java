package io.regulars.journeys;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How the code reads, where a machine can tell. Each rule also fails when it matches nothing. */
class HouseRulesTest {

    private static final List<String> PARTS = List.of("crm", "loyalty", "engagement", "gateway", "local");
    private static final String HIDES_MEANING =
            ".*(Impl|Service|Manager|Helper|Utils?|Handler|Processor|Dto|DTO|VO|Mapper|Factory|Base)|Abstract.*";
    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(
                    "io.regulars.events",
                    "io.regulars.platform",
                    "io.regulars.crm",
                    "io.regulars.loyalty",
                    "io.regulars.engagement",
                    "io.regulars.gateway",
                    "io.regulars.local");

    static Stream<String> parts() {
        return PARTS.stream();
    }

    @ParameterizedTest
    @MethodSource("parts")
    void nobody_imports_another_service(String part) {
        String[] others = PARTS.stream()
                .filter(other -> !other.equals(part))
                .map(other -> "io.regulars." + other + "..")
                .toArray(String[]::new);
        ArchRule rule = noClasses()
                .that()
                .resideInAPackage("io.regulars." + part + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others);

        rule.check(OURS);
    }

    @Test
    void the_platform_knows_no_business_word() {
        noClasses()
                .that()
                .resideInAPackage("io.regulars.platform..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        PARTS.stream().map(part -> "io.regulars." + part + "..").toArray(String[]::new))
                .check(OURS);
    }

    @Test
    void events_depend_on_nothing_but_annotations() {
        classes()
                .that()
                .resideInAPackage("io.regulars.events..")
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage("java..", "io.regulars.events..", "com.fasterxml.jackson.annotation.."))
                .check(OURS);
    }

    @Test
    void rules_know_no_framework_and_no_database() {
        classes()
                .that()
                .haveSimpleNameEndingWith("Rules")
                .and()
                .resideOutsideOfPackage("io.regulars.local..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("java..", "io.regulars..")
                        .or(resideInAPackage("com.fasterxml.jackson.databind..")))
                .andShould()
                .onlyDependOnClassesThat(not(resideInAnyPackage(
                        "java.sql..",
                        "java.net.http..",
                        "java.nio.file..",
                        "io.regulars.platform.database..",
                        "io.regulars.platform.kafka..")))
                .check(OURS);
    }

    @Test
    void only_the_clock_knows_what_time_it_is() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.regulars.local..", "io.regulars.platform.clock..")
                .and()
                .doNotHaveSimpleName("KnownTokens")
                .should()
                .callMethodWhere(target(owner(resideInAPackage("java.time.."))).and(target(name("now"))))
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(OURS);
    }

    @Test
    void statements_are_not_written_in_rules_and_doors() {
        noClasses()
                .that(nameMatching(".*(Rules|Resource|Events|Job)"))
                .should()
                .callMethodWhere(target(owner(nameMatching("io.regulars.platform.database.Tx")))
                        .and(target(nameMatching("rows|count|send|ask"))))
                .check(OURS);
    }

    @Test
    void names_say_what_things_do() {
        noClasses()
                .that()
                .areTopLevelClasses()
                .should()
                .haveNameMatching(".*\\.(" + HIDES_MEANING + ")")
                .check(OURS);
    }

    @Test
    void a_rule_that_is_broken_is_found() {
        ArchRule impossible =
                noClasses().that(alwaysTrue()).should().dependOnClassesThat().resideInAPackage("java..");

        assertFalse(OURS.isEmpty());
        assertThrows(AssertionError.class, () -> impossible.check(OURS));
    }
}
