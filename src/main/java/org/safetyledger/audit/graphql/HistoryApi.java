package org.safetyledger.audit.graphql;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.safetyledger.access.Permission;
import org.safetyledger.access.Requires;
import org.safetyledger.audit.HistoryVerification;
import org.safetyledger.graphql.BoundSource;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.FieldBound;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.read.VisibleObjects;

@GraphQLApi
public class HistoryApi implements BoundSource {
    private final HistoryVerification verification;
    private final VisibleObjects objects;

    HistoryApi(HistoryVerification verification, VisibleObjects objects) {
        this.verification = verification;
        this.objects = objects;
    }

    @Override
    public List<FieldBound> bounds() {
        return List.of(FieldBound.root("verifyHistory", 20));
    }

    @Query("verifyHistory")
    @Requires(Permission.VERIFY_HISTORY)
    @Description("Checks the hash chain of one object's history.")
    public HistoryVerificationView verifyHistory(@Name("of") @NonNull @Id @Description("Id of the object.") String of) {
        HistoryVerification.Verdict verdict = verification.verify(visible(of));
        return new HistoryVerificationView(
                verdict.brokenAt() == null, verdict.entries(), verdict.brokenAt(), verdict.lastHash());
    }

    private NodeId visible(String of) {
        NodeId id = NodeId.parse(of).orElseThrow(() -> Refusal.at("of", ErrorCode.MALFORMED_ID, "type"));
        if (!objects.isVisible(id)) {
            throw Refusal.at("of", ErrorCode.NOT_FOUND);
        }
        return id;
    }
}
