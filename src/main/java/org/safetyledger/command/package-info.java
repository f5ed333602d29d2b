/**
 * The one way in which the ledger is changed for a caller. Features declare their commands here
 * ({@link org.safetyledger.command.CommandSource}): the schema's mutations and inputs are made of the declarations, an input is
 * checked as a whole, and the command is carried out once, in one transaction, which reads what is selected of the changed
 * object.
 */
@NullMarked
@MayCall({"access", "audit", "graphql", "read"})
package org.safetyledger.command;

import org.jspecify.annotations.NullMarked;
import org.safetyledger.MayCall;
