package org.safetyledger.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Down where the store's disk is full, read-only or not there. Uploads alone cannot bring that about: they are refused
 * while a reserve is still free, which the answer shows as no room.
 */
@Readiness
@ApplicationScoped
class EvidenceStoreCheck implements HealthCheck {
    private final EvidenceStore store;

    EvidenceStoreCheck(EvidenceStore store) {
        this.store = store;
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("Evidence store");
        try {
            return answer.up().withData("room", store.room()).build();
        } catch (StoreUnavailableException unavailable) {
            return answer.down()
                    .withData("reason", String.valueOf(unavailable.getMessage()))
                    .build();
        }
    }
}
