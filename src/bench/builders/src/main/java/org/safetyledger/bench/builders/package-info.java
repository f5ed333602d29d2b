/**
 * What it costs a client of the database to answer the benchmark's Q2 by each of three ways: the statement as the service builds
 * it, read as the service reads it; jOOQ; Blaze-Persistence with entity views. All write the same answer.
 */
package org.safetyledger.bench.builders;
