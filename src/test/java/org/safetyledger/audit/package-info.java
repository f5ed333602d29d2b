/**
 * The history's tamper evidence.
 */
@NullMarked
package org.safetyledger.audit;

import org.jspecify.annotations.NullMarked;
