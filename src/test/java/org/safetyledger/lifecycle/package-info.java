/**
 * Properties of the life cycles: random sequences of commands held against a model written from the domain, not from the
 * production guards.
 */
@NullMarked
package org.safetyledger.lifecycle;

import org.jspecify.annotations.NullMarked;
