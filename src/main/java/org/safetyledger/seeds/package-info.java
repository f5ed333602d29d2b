/**
 * Reference and demonstration data from CSV files: reads a directory of them in a fixed order, checks every cell, and writes each file in
 * one transaction of the background role. It owns the table {@code seed_import} and the deterministic ids of seeded rows; it writes the
 * tables of the other packages by SQL only and calls none of them, so that nothing but the start of the program depends on it.
 */
@NullMarked
@MayCall("graphql")
package org.safetyledger.seeds;

import org.jspecify.annotations.NullMarked;
import org.safetyledger.MayCall;
