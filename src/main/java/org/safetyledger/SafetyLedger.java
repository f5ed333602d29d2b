package org.safetyledger;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import org.safetyledger.http.PacedClients;

/** Starts the service. */
@QuarkusMain
public final class SafetyLedger {
    private SafetyLedger() {}

    public static void main(String... arguments) {
        PacedClients.enable();
        Quarkus.run(arguments);
    }
}
