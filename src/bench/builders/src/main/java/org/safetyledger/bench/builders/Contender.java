package org.safetyledger.bench.builders;

/** Answers a county's 20 open hazards by due date with what is beside them. */
interface Contender extends AutoCloseable {
    byte[] answer(String county) throws Exception;
}
