package org.safetyledger.access;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.safetyledger.access.graphql.ViewerView;
import org.safetyledger.testing.ProgramClasses;

/**
 * The first wall has no gap: types and commands cannot be declared without their permission, a query beside them declares the
 * one that it needs, and nothing else answers for the schema.
 */
@AnalyzeClasses(packages = "org.safetyledger", importOptions = ProgramClasses.class)
class RequiresTest {
    @ArchTest
    static final ArchRule queriesDeclareTheirPermission = methods()
            .that()
            .areAnnotatedWith(Query.class)
            .should()
            .beAnnotatedWith(Requires.class)
            .andShould()
            .bePublic();

    @ArchTest
    static final ArchRule commandsAreDeclared = noMethods()
            .should()
            .beAnnotatedWith(Mutation.class)
            .orShould()
            .beAnnotatedWith("io.smallrye.graphql.api.Subscription");

    /** The viewer is one, and no row: what hangs on it is asked for once. */
    @ArchTest
    static final ArchRule nestedFieldsHaveNoResolver = noMethods()
            .that(DescribedPredicate.describe(
                    "have a @Source of many",
                    (JavaMethod method) -> method.getParameters().stream()
                            .anyMatch(parameter -> parameter.isAnnotatedWith(Source.class)
                                    && !parameter.getRawType().isEquivalentTo(ViewerView.class))))
            .should()
            .bePublic()
            .allowEmptyShould(true);
}
