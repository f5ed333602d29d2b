package org.safetyledger.read;

import java.util.List;
import java.util.UUID;
import org.safetyledger.graphql.UserError;

/** What is selected of what one command comes to, to be written by whoever carries it out. */
public interface Payload {
    /** In the transaction that is open: the object as the command leaves it. */
    ReadFlush.Written ofChanged(UUID id);

    /** Of a command that was not carried out. */
    ReadFlush.Written ofRefused(List<UserError> errors);
}
