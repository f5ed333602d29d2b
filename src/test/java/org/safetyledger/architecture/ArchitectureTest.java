package org.safetyledger.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.domain.properties.HasOwner;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.safetyledger.graphql.Messages;
import org.safetyledger.testing.ProgramClasses;

/** Holds the house's order: which package may call which, and how things are named. */
@AnalyzeClasses(packages = "org.safetyledger", importOptions = ProgramClasses.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule packagesCallOnlyWhatTheyMay = classes().should(new CallOnlyWhatTheirPackageMay());

    @ArchTest
    static final ArchRule packagesHaveNoCycles = slices().matching("org.safetyledger.(*)..")
            .should()
            .beFreeOfCycles()
            .ignoreDependency(resideInAPackage("org.safetyledger.graphql.http.."), alwaysTrue())
            .because(
                    "a package that calls another one can be called by it through an event or an interface of its own only");

    @ArchTest
    static final ArchRule whatIsMadeOfJsonIsRegistered =
            classes().that().resideOutsideOfPackage("org.safetyledger.dev..").should(new RegisterWhatTheyMakeOfJson());

    @ArchTest
    static final ArchRule resourcesAreNamedForTheExecutable = noClasses()
            .that()
            .resideOutsideOfPackage("org.safetyledger.dev..")
            .and()
            .doNotHaveFullyQualifiedName(Messages.class.getName())
            .should()
            .callMethodWhere(JavaCall.Predicates.target(HasName.Predicates.nameMatching("getResource.*|getBundle"))
                    .and(JavaCall.Predicates.target(HasOwner.Predicates.With.owner(
                            belongToAnyOf(Class.class, ClassLoader.class, ResourceBundle.class)))))
            .because(
                    "the executable finds only what application.properties names under quarkus.native: name the resource or"
                            + " bundle there, then leave the class out of this rule");

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
    static final ArchRule entitiesKeepOnlyWhatVerbsNeed = methods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Entity.class)
            .and()
            .areNotPrivate()
            .should(beCalled())
            .because("clients read columns, which need no accessor");

    @ArchTest
    static final ArchRule injectionIsByConstructor = noFields().should().beAnnotatedWith(Inject.class);

    private static ArchCondition<JavaMethod> beCalled() {
        return new ArchCondition<>("be called, by themselves or as what they override") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                JavaClass owner = method.getOwner();
                String[] parameters = method.getRawParameterTypes().stream()
                        .map(JavaClass::getName)
                        .toArray(String[]::new);
                boolean overrides = Stream.concat(
                                owner.getAllRawSuperclasses().stream(), owner.getAllRawInterfaces().stream())
                        .anyMatch(type ->
                                type.tryGetMethod(method.getName(), parameters).isPresent());
                boolean isCalled = overrides || !method.getAccessesToSelf().isEmpty();
                events.add(new SimpleConditionEvent(method, isCalled, method.getFullName() + " is called by nobody"));
            }
        };
    }
}
