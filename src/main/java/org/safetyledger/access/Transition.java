package org.safetyledger.access;

import java.util.Set;

/**
 * What is declared of a transition in an object's life cycle.
 *
 * @param mutation name of the mutation that does it
 * @param from the states in which an object may be for it
 */
public record Transition(String mutation, Permission permission, Set<? extends Enum<?>> from) {}
