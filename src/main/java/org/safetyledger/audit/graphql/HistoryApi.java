package org.safetyledger.audit.graphql;

import java.util.Set;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Callers;
import org.safetyledger.access.Permission;
import org.safetyledger.access.Requires;
import org.safetyledger.access.VisibleNodes;
import org.safetyledger.audit.HistoryRepository;
import org.safetyledger.audit.HistoryVerification;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.PageRequest;
import org.safetyledger.graphql.Refusal;

@GraphQLApi
public class HistoryApi {
    private final HistoryRepository history;
    private final HistoryVerification verification;
    private final Callers callers;
    private final VisibleNodes nodes;

    HistoryApi(HistoryRepository history, HistoryVerification verification, Callers callers, VisibleNodes nodes) {
        this.history = history;
        this.verification = verification;
        this.callers = callers;
        this.nodes = nodes;
    }

    @Query("history")
    @Requires(Permission.READ_HISTORY)
    @NonNull
    @Description(
            "History of one object, oldest first. Whoever sees the object sees its history. Reference data, enterprises"
                    + " and people have none, nor has what was loaded and never changed.")
    public HistoryConnection history(
            @Name("of") @NonNull @Id @Description("Id of the object.") String of,
            @DefaultValue("20") @Description("How many entries, 1 to 100.") @Nullable Integer first,
            @Description("Cursor behind which to go on.") @Nullable String after) {
        PageRequest page = PageRequest.of(first, after);
        return new HistoryConnection(history.page(visible(of), page), callers.current());
    }

    @Query("verifyHistory")
    @Requires(Permission.VERIFY_HISTORY)
    @NonNull
    @Description("Checks the hash chain of one object's history.")
    public HistoryVerificationView verifyHistory(@Name("of") @NonNull @Id @Description("Id of the object.") String of) {
        HistoryVerification.Verdict verdict = verification.verify(visible(of));
        return new HistoryVerificationView(
                verdict.brokenAt() == null, verdict.entries(), verdict.brokenAt(), verdict.lastHash());
    }

    private NodeId visible(String of) {
        NodeId id = NodeId.parse(of).orElseThrow(() -> Refusal.at("of", ErrorCode.MALFORMED_ID, "type"));
        if (!nodes.find(id.type(), Set.of(id.uuid())).containsKey(id.uuid())) {
            throw Refusal.at("of", ErrorCode.NOT_FOUND);
        }
        return id;
    }
}
