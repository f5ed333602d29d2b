package org.safetyledger.command;

import java.util.Locale;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a write failed because its id is taken. The row that has it may be out of the caller's sight, so the
 * database's answer is the only one that is always right.
 */
public final class TakenId {
    private static final String PRIMARY_KEY = "_pkey";

    private TakenId() {}

    public static boolean isCauseOf(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConstraintViolationException violation) {
                String constraint = violation.getConstraintName();
                return violation.getKind() == ConstraintViolationException.ConstraintKind.UNIQUE
                        && constraint != null
                        && constraint.toLowerCase(Locale.ROOT).endsWith(PRIMARY_KEY);
            }
        }
        return false;
    }
}
