package org.safetyledger.access;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Query;

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
}
