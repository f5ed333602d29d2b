package org.safetyledger.hazard;

/** A clause of a judgement standard (重大事故隐患判定标准). */
public record Clause(String standard, String clause) {}
