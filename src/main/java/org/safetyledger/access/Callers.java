package org.safetyledger.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Callable;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.Refusal;

/** The caller of the request that this thread serves. A request is served by one thread from end to end. */
@ApplicationScoped
public class Callers {
    private static final ScopedValue<Caller> CURRENT = ScopedValue.newInstance();

    /** Runs the work on behalf of the caller. */
    public <T> T as(Caller caller, Callable<T> work) throws Exception {
        return ScopedValue.where(CURRENT, caller).call(work::call);
    }

    /** The caller; where nobody was established, nobody may do anything. */
    public Caller current() {
        if (!CURRENT.isBound()) {
            throw Refusal.of(ErrorCode.UNAUTHENTICATED);
        }
        return CURRENT.get();
    }
}
