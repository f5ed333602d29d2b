package org.safetyledger.upkeep;

import io.quarkus.runtime.Application;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigSourceInterceptor;
import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.Priorities;
import jakarta.annotation.Priority;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Names our own variables when settings that have no default were not given, all of them at once. It stands before what
 * expands the settings, because nothing else of the program runs before they are read.
 */
@Priority(Priorities.APPLICATION)
public final class RequiredVariables implements ConfigSourceInterceptor {
    private static final long serialVersionUID = 1L;

    private static final String DATABASE = "quarkus.datasource.jdbc.url";
    private static final Map<String, String> VARIABLES = new LinkedHashMap<>();

    static {
        VARIABLES.put(DATABASE, "SAFETY_LEDGER_DB_URL (jdbc:postgresql://host:5432/ledger)");
        VARIABLES.put("quarkus.flyway.password", "SAFETY_LEDGER_DB_OWNER_PASSWORD (the password of the tables' owner)");
        VARIABLES.put("quarkus.oidc.auth-server-url", "SAFETY_LEDGER_OIDC_URL (the issuer of the tokens)");
        VARIABLES.put(
                "safety-ledger.evidence.directory", "SAFETY_LEDGER_EVIDENCE_DIR (a folder for photos and videos)");
    }

    private boolean checked;

    @Override
    public @Nullable ConfigValue getValue(ConfigSourceInterceptorContext context, String name) {
        // The build reads settings too, of which it wants none of these.
        if (!checked && Application.currentApplication() != null) {
            checked = true;
            check(context);
        }
        return context.proceed(name);
    }

    private static void check(ConfigSourceInterceptorContext context) {
        String missing = VARIABLES.entrySet().stream()
                .filter(required -> isMissing(context, required.getKey()))
                .map(Map.Entry::getValue)
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw refusal("these variables are not set: " + missing);
        }
        ConfigValue address = context.proceed(DATABASE);
        if (address != null && !address.getValue().startsWith("jdbc:")) {
            throw refusal("SAFETY_LEDGER_DB_URL is no JDBC address: write it like jdbc:postgresql://host:5432/ledger");
        }
    }

    /** Whether the setting is there and wants a variable that is not, or is empty. */
    private static boolean isMissing(ConfigSourceInterceptorContext context, String setting) {
        try {
            ConfigValue value = context.proceed(setting);
            return value != null
                    && (value.getValue() == null || value.getValue().isBlank());
        } catch (NoSuchElementException unexpanded) {
            return true;
        }
    }

    /** Unlike other exceptions this one ends the start with its message alone, without a stack trace. */
    private static ConfigurationException refusal(String reason) {
        return new ConfigurationException("Safety Ledger did not start, because " + reason + ".");
    }
}
