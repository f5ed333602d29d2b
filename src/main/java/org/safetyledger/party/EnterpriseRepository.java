package org.safetyledger.party;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Callers;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.Refusal;

@ApplicationScoped
public class EnterpriseRepository implements PanacheRepositoryBase<Enterprise, UUID> {
    private final Callers callers;

    EnterpriseRepository(Callers callers) {
        this.callers = callers;
    }

    /** One of which something new may begin: who sees it by a grant sees it for what was granted alone. */
    public Enterprise require(UUID id, String field) {
        return findByIdOptional(id)
                .filter(enterprise -> callers.current().covers(enterprise.divisionCode()))
                .orElseThrow(() -> Refusal.at(field, ErrorCode.REFERENCE_NOT_FOUND));
    }

    /** As {@link #require}, or one where the caller handles a hazard that was handed to it, or has demanded something. */
    public Enterprise requireOrHandled(UUID id, String field) {
        return handles(id) || hasDemanded(id) ? of(id) : require(id, field);
    }

    /** Whether the caller handles an open hazard there by a grant. */
    public boolean handles(UUID id) {
        return isAmong(id, "ledger_handled_at()");
    }

    /** Whether a demand that its authority made there by a grant waits for a re-check, whatever became of the hazard. */
    public boolean hasDemanded(UUID id) {
        return isAmong(id, "ledger_demanded_at()");
    }

    private boolean isAmong(UUID id, String enterprises) {
        return callers.current().granted()
                && (Boolean) getEntityManager()
                        .createNativeQuery("select :id = any(" + enterprises + ")")
                        .setParameter("id", id)
                        .getSingleResult();
    }

    /** That of an object which the caller sees. */
    public Enterprise of(UUID id) {
        return findByIdOptional(id).orElseThrow();
    }

    /**
     * The name of an enterprise that a text names by its whole name or its code; null for none.
     *
     * @param area leading digits of the codes of the divisions in which it lies
     */
    public @Nullable String namedIn(String text, String area) {
        return (String) getEntityManager()
                .createNativeQuery("select name from enterprise where starts_with(division_code, :area)"
                        + " and (strpos(:text, name) > 0 or strpos(:text, credit_code) > 0) limit 1")
                .setParameter("area", area)
                .setParameter("text", text)
                .getResultStream()
                .findFirst()
                .orElse(null);
    }
}
