package org.safetyledger.evidence;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.ScopedTransactions;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.graphql.Refusal;

/**
 * The address of evidence. {@code POST /evidence?subject=…&stage=…&sha256=…} takes the content as the body, with its
 * media type in {@code Content-Type}; {@code GET /evidence/{id}} gives it back, unless the store lost or altered it, and
 * {@code GET /evidence/{id}/integrity} tells whether it did. All want the token of the API.
 * Refusals have the form of GraphQL's errors.
 */
@Path("/evidence")
public class EvidenceResource {
    private final EvidenceUploads uploads;
    private final EvidenceRepository evidence;
    private final EvidenceStore store;
    private final StoredContents contents;
    private final ScopedTransactions transactions;
    private final CallerRequests requests;

    EvidenceResource(
            EvidenceUploads uploads,
            EvidenceRepository evidence,
            EvidenceStore store,
            StoredContents contents,
            ScopedTransactions transactions,
            CallerRequests requests) {
        this.uploads = uploads;
        this.evidence = evidence;
        this.store = store;
        this.contents = contents;
        this.transactions = transactions;
        this.requests = requests;
    }

    @POST
    @RunOnVirtualThread
    public Response upload(
            @BeanParam EvidenceParameters parameters,
            @HeaderParam("Content-Type") @Nullable String contentType,
            @HeaderParam("Accept-Language") @Nullable String language,
            InputStream content) {
        return requests.serve(language, () -> {
            Evidence added = uploads.upload(parameters.declaration(contentType), content);
            String id = NodeId.text(NodeType.EVIDENCE, added.id());
            return Response.created(URI.create("/evidence/" + id))
                    .entity(Map.of("id", id, "sha256", added.sha256(), "size", added.size()))
                    .build();
        });
    }

    @GET
    @Path("/{id}")
    @RunOnVirtualThread
    public Response download(@PathParam("id") String id, @HeaderParam("Accept-Language") @Nullable String language) {
        return requests.serve(language, () -> {
            Evidence found = find(id);
            if (contents.damageBeforeSending(found).isPresent()) {
                throw Refusal.of(ErrorCode.EVIDENCE_DAMAGED);
            }
            return Response.ok(store.open(found.id()), found.mediaType())
                    .header("Content-Length", found.size())
                    .header("Cache-Control", "private, no-store")
                    .header("X-Content-Type-Options", "nosniff")
                    .header("ETag", '"' + found.sha256() + '"')
                    .build();
        });
    }

    /** Compares the stored content with what was received, on demand. */
    @GET
    @Path("/{id}/integrity")
    @RunOnVirtualThread
    public Response integrity(@PathParam("id") String id, @HeaderParam("Accept-Language") @Nullable String language) {
        return requests.serve(language, () -> {
            Evidence found = find(id);
            Optional<Damage> damage = contents.damageOnDemand(found);
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("id", NodeId.text(NodeType.EVIDENCE, found.id()));
            answer.put("intact", damage.isEmpty());
            damage.ifPresent(kind -> answer.put("damage", kind.name()));
            return Response.ok(answer, jakarta.ws.rs.core.MediaType.APPLICATION_JSON_TYPE)
                    .build();
        });
    }

    private Evidence find(String id) throws Exception {
        UUID uuid = NodeId.require(NodeType.EVIDENCE, id, "id");
        Evidence found = transactions.read(() -> evidence.findById(uuid));
        if (found == null) {
            throw Refusal.at("id", ErrorCode.NOT_FOUND);
        }
        return found;
    }
}
