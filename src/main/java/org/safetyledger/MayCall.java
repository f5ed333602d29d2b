package org.safetyledger;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Which packages beside its own a package may call, by their names below {@code org.safetyledger}. It holds for the packages
 * below, too, as far as they say nothing themselves. A test reads it; a package for which nothing is said fails there.
 */
@Target(ElementType.PACKAGE)
@Retention(RetentionPolicy.CLASS)
public @interface MayCall {
    String[] value();
}
