package org.safetyledger.seeds;

import java.util.List;

/**
 * A column of a table whose value is an SQL expression over cells, mostly a look-up.
 *
 * @param expression SQL with one question mark for each input
 * @param inputs the file's columns
 * @param kept whether a row that exists already keeps its value
 */
record Target(String column, String expression, List<String> inputs, boolean kept) {}
