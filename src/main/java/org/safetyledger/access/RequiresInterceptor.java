package org.safetyledger.access;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import org.jspecify.annotations.Nullable;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.Refusal;

@Requires
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
class RequiresInterceptor {
    private final Callers callers;
    private final ScopedTransactions transactions;

    RequiresInterceptor(Callers callers, ScopedTransactions transactions) {
        this.callers = callers;
        this.transactions = transactions;
    }

    @AroundInvoke
    @Nullable
    Object check(InvocationContext invocation) throws Exception {
        Permission permission =
                invocation.getMethod().getAnnotation(Requires.class).value();
        if (!callers.current().may(permission)) {
            throw Refusal.of(ErrorCode.FORBIDDEN);
        }
        return transactions.read(invocation::proceed);
    }
}
