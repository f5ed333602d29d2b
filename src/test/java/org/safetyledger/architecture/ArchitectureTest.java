package org.safetyledger.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import org.eclipse.microprofile.graphql.GraphQLApi;

/** Holds the house's order: which package may call which, and how things are named. */
@AnalyzeClasses(packages = "org.safetyledger", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule featuresDependOneWay = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("evidence")
            .definedBy("org.safetyledger.evidence..")
            .layer("rectification")
            .definedBy("org.safetyledger.rectification..")
            .layer("hazard")
            .definedBy("org.safetyledger.hazard..")
            .layer("inspection")
            .definedBy("org.safetyledger.inspection..")
            .layer("party")
            .definedBy("org.safetyledger.party..")
            .layer("jurisdiction")
            .definedBy("org.safetyledger.jurisdiction..")
            .layer("feed")
            .definedBy("org.safetyledger.feed..")
            .whereLayer("evidence")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("feed")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("rectification")
            .mayOnlyBeAccessedByLayers("evidence")
            .whereLayer("hazard")
            .mayOnlyBeAccessedByLayers("rectification", "evidence")
            .whereLayer("inspection")
            .mayOnlyBeAccessedByLayers("hazard", "rectification", "evidence")
            .whereLayer("party")
            .mayOnlyBeAccessedByLayers("inspection", "hazard", "rectification", "evidence")
            .whereLayer("jurisdiction")
            .mayOnlyBeAccessedByLayers("party", "inspection", "hazard", "rectification", "evidence");

    @ArchTest
    static final ArchRule sharedPackagesKnowNoFeature = noClasses()
            .that()
            .resideInAnyPackage("org.safetyledger.graphql..", "org.safetyledger.access..", "org.safetyledger.audit..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.safetyledger.jurisdiction..",
                    "org.safetyledger.party..",
                    "org.safetyledger.inspection..",
                    "org.safetyledger.hazard..",
                    "org.safetyledger.rectification..",
                    "org.safetyledger.evidence..",
                    "org.safetyledger.feed..",
                    "org.safetyledger.seeds..",
                    "org.safetyledger.dev..");

    @ArchTest
    static final ArchRule featuresHaveNoCycles = slices().matching(
                    "org.safetyledger.(jurisdiction|party|inspection|hazard|rectification|evidence|feed)..")
            .should()
            .beFreeOfCycles();

    @ArchTest
    static final ArchRule nobodyNeedsTheDevelopersStand = noClasses()
            .that()
            .resideOutsideOfPackage("org.safetyledger.dev..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.safetyledger.dev..");

    @ArchTest
    static final ArchRule apisHoldNoQuery = noClasses()
            .that()
            .areAnnotatedWith(GraphQLApi.class)
            .should()
            .dependOnClassesThat()
            .areAssignableTo(EntityManager.class);

    @ArchTest
    static final ArchRule namesSayWhatAThingIs =
            noClasses().should().haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|DTO|Dto)$");

    @ArchTest
    static final ArchRule entitiesHaveNoSetters = noMethods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Entity.class)
            .should()
            .haveNameMatching("set[A-Z].*");

    @ArchTest
    static final ArchRule entitiesHideTheirFields = fields().that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Entity.class)
            .should()
            .notBePublic();

    @ArchTest
    static final ArchRule repositoriesAreNamedSo =
            classes().that().implement(PanacheRepositoryBase.class).should().haveSimpleNameEndingWith("Repository");

    @ArchTest
    static final ArchRule repositoriesOnlyQuery = methods()
            .that()
            .areDeclaredInClassesThat()
            .implement(PanacheRepositoryBase.class)
            .should()
            .notBeAnnotatedWith(Transactional.class);

    @ArchTest
    static final ArchRule injectionIsByConstructor = noFields().should().beAnnotatedWith(Inject.class);
}
