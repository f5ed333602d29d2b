package org.safetyledger.upkeep;

import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.flyway.FlywayConfigurationCustomizer;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Ends the start in one sentence where the database cannot be used, before anything was changed in it. Development and
 * tests bring their own database, whose roles the first migration makes.
 */
@Singleton
@IfBuildProfile("prod")
class CheckBeforeMigration implements FlywayConfigurationCustomizer {
    private static final String URL = "SAFETY_LEDGER_DB_URL";

    private final DatabaseCheck check;

    CheckBeforeMigration(
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.datasource.password") Optional<String> password,
            @ConfigProperty(name = "quarkus.flyway.jdbc-url") Optional<String> ownerUrl,
            @ConfigProperty(name = "quarkus.flyway.username") String owner,
            @ConfigProperty(name = "quarkus.flyway.password") String ownerPassword) {
        String ownerUrlVariable = ownerUrl.isPresent() ? "QUARKUS_FLYWAY_JDBC_URL" : URL;
        this.check = new DatabaseCheck(
                new DatabaseLogin(
                        ownerUrl.orElse(url),
                        owner,
                        ownerPassword,
                        new DatabaseLogin.Variables(
                                ownerUrlVariable, "SAFETY_LEDGER_DB_OWNER", "SAFETY_LEDGER_DB_OWNER_PASSWORD")),
                new DatabaseLogin(
                        url,
                        user,
                        password.orElse(""),
                        new DatabaseLogin.Variables(URL, "SAFETY_LEDGER_DB_USER", "SAFETY_LEDGER_DB_PASSWORD")));
    }

    @Override
    public void customize(FluentConfiguration configuration) {
        check.refusal().ifPresent(refusal -> {
            // Unlike other exceptions this one ends the start with its message alone, without a stack trace.
            throw new ConfigurationException("Safety Ledger did not start, because " + refusal + ".");
        });
    }
}
