/** Holds the three walls: which role may do what, which rows it sees by which path, which tokens are taken. */
@NullMarked
package org.safetyledger.access;

import org.jspecify.annotations.NullMarked;
