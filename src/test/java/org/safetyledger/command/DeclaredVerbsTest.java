package org.safetyledger.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.arc.All;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.safetyledger.access.Permission;
import org.safetyledger.access.Verb;
import org.safetyledger.testing.LedgerTest;

/** What a life cycle tells that may be done can be done. */
@LedgerTest
class DeclaredVerbsTest {
    @Inject
    @All
    List<CommandSource> sources;

    @Test
    void everyVerbOfALifeCycleIsAMutationWithItsPermission() {
        // Given
        Map<String, Permission> told = new TreeMap<>();
        program().stream()
                .filter(type -> type.isEnum() && !type.isAnonymousClass() && type.isAssignableTo(Verb.class))
                .flatMap(type -> verbs(type).stream())
                .forEach(verb ->
                        told.put(verb.transition().mutation(), verb.transition().permission()));

        // When
        Map<String, Permission> done = new TreeMap<>();
        sources.stream()
                .flatMap(source -> source.commands().stream())
                .filter(command -> told.containsKey(command.name()))
                .forEach(command -> done.put(command.name(), command.permission()));

        // Then
        assertTrue(told.size() > 40, told::toString);
        assertEquals(told, done, "Declare the mutations that are missing in a CommandSource");
    }

    /** Its own classes tell all of it; most of the time would go to those that they use. */
    private static JavaClasses program() {
        return ArchConfiguration.withThreadLocalScope(configuration -> {
            configuration.setResolveMissingDependenciesFromClassPath(false);
            return new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("org.safetyledger");
        });
    }

    private static List<? extends Verb<?>> verbs(JavaClass type) {
        return List.of((Verb<?>[]) type.reflect().getEnumConstants());
    }
}
