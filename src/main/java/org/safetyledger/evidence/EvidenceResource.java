package org.safetyledger.evidence;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.CallerShares;
import org.safetyledger.access.ScopedTransactions;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.graphql.Refusal;

/**
 * The address of evidence. {@code POST /evidence?subject=…&stage=…&sha256=…} takes the content as the body, with its
 * media type in {@code Content-Type}; {@code GET /evidence/{id}} gives it back, unless the store lost or altered it, and
 * {@code GET /evidence/{id}/integrity} tells whether it did. All want the token of the API, but for
 * {@code GET /evidence/signed/{address}}, an address that {@link SignedAddresses} gave out.
 * Refusals have the form of GraphQL's errors.
 */
@Path("/evidence")
public class EvidenceResource {
    /** What a browser has is shown again only to who may still see it. */
    private static final String ASKED_FOR_EACH_TIME = "private, no-cache";

    private final EvidenceUploads uploads;
    private final EvidenceRepository evidence;
    private final StoredContents contents;
    private final ScopedTransactions transactions;
    private final CallerRequests requests;
    private final Delivery delivery;
    private final SignedAddresses addresses;
    private final CallerShares shares;

    EvidenceResource(
            EvidenceUploads uploads,
            EvidenceRepository evidence,
            StoredContents contents,
            ScopedTransactions transactions,
            CallerRequests requests,
            Delivery delivery,
            SignedAddresses addresses,
            CallerShares shares) {
        this.uploads = uploads;
        this.evidence = evidence;
        this.contents = contents;
        this.transactions = transactions;
        this.requests = requests;
        this.delivery = delivery;
        this.addresses = addresses;
        this.shares = shares;
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
    public Response download(
            @PathParam("id") String id,
            @HeaderParam("Accept-Language") @Nullable String language,
            @Context Request conditions) {
        return requests.serve(language, () -> {
            Evidence found = find(id);
            return delivery.of(StoredContents.Expected.of(found), found.mediaType(), ASKED_FOR_EACH_TIME, conditions);
        });
    }

    /** For what sends no token: an image or a video in a page. It counts to the share of whoever the address was made for. */
    @GET
    @Path("/signed/{address}")
    @RunOnVirtualThread
    public Response signed(
            @PathParam("address") String address,
            @HeaderParam("Accept-Language") @Nullable String language,
            @Context Request conditions) {
        return requests.answer(language, () -> {
            SignedAddresses.Signed signed = addresses.open(address);
            return shares.file(
                    signed.holder(),
                    () -> delivery.of(
                            signed.content(),
                            signed.mediaType(),
                            "private, max-age=" + signed.secondsLeft() + ", immutable",
                            conditions));
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
