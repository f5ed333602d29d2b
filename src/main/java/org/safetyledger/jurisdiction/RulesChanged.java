package org.safetyledger.jurisdiction;

/** Told by whoever changed rules: what is kept of them is forgotten when that is committed. Other replicas forget within a minute. */
public record RulesChanged() {}
