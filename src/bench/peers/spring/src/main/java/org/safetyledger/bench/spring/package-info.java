/** The same ledger's reads by Spring for GraphQL, as its documentation recommends: batch mapping, JDBC, virtual threads. */
package org.safetyledger.bench.spring;
