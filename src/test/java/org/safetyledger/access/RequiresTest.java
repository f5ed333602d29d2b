package org.safetyledger.access;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.HasOwner;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.safetyledger.graphql.Batches;

/** The first wall has no gap: whatever the schema offers declares the permission that it needs. */
@AnalyzeClasses(packages = "org.safetyledger", importOptions = ImportOption.DoNotIncludeTests.class)
class RequiresTest {
    @ArchTest
    static final ArchRule operationsDeclareTheirPermission = methods()
            .that()
            .areAnnotatedWith(Query.class)
            .or()
            .areAnnotatedWith(Mutation.class)
            .or()
            .areAnnotatedWith("io.smallrye.graphql.api.Subscription")
            .should()
            .beAnnotatedWith(Requires.class)
            .andShould()
            .bePublic();

    /** Nested lists are read later, in one batch; their permission is an argument of {@link NestedPages}. */
    @ArchTest
    static final ArchRule nestedFieldsDeclareTheirPermission = methods()
            .that(haveASource())
            .and()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(GraphQLApi.class)
            .and()
            .doNotHaveRawReturnType(CompletionStage.class)
            .should()
            .beAnnotatedWith(Requires.class);

    @ArchTest
    static final ArchRule nestedListsAreReadBehindTheirPermission = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(NestedPages.class.getName())
            .and()
            .doNotHaveFullyQualifiedName(Batches.class.getName())
            .should()
            .callMethodWhere(JavaCall.Predicates.target(
                    HasOwner.Predicates.With.owner(JavaClass.Predicates.type(Batches.class))));

    private static DescribedPredicate<JavaMethod> haveASource() {
        return DescribedPredicate.describe(
                "have a @Source",
                method ->
                        method.getParameters().stream().anyMatch(parameter -> parameter.isAnnotatedWith(Source.class)));
    }
}
