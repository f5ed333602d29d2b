package org.safetyledger.audit.graphql;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Permission;
import org.safetyledger.access.Role;
import org.safetyledger.audit.HistoryEntry;
import org.safetyledger.audit.Journal;
import org.safetyledger.graphql.ErrorCode;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.Refusal;
import org.safetyledger.read.Conditions;
import org.safetyledger.read.Filter;
import org.safetyledger.read.ReadList;
import org.safetyledger.read.ReadSource;
import org.safetyledger.read.ReadType;

/** How the history of an object is read. */
@ApplicationScoped
public class HistoryReading implements ReadSource {
    /** The details that name somebody. */
    private static final Set<String> NAMES = Set.of("holder", "signer", "receiver", "person", "personBefore");

    /** What is done without its being told by whom: nobody shall suffer for what he says of a visit. */
    private static final Set<String> ANONYMOUS = Set.of("RATED");

    /** What is told of somebody, by type and action, and of whom its entries did not say from the beginning. */
    private static final Set<String> CONCERNING = Set.of("ENTERPRISE_POST ASSESSED", "POST_CHECK CHECKED");

    /** How authorities share and press for their work is not for the enterprise. */
    private static final Set<String> AMONG_AUTHORITIES = Set.of(
            "HAZARD PERSON_ASSIGNED", "HAZARD PERSON_RELEASED", "DEADLINE_CLOCK URGED", "DEADLINE_EVENT ACKNOWLEDGED");

    @RegisterForReflection
    @Type("HistoryDetail")
    @Description("One named value of a recorded change.")
    public record Detail(
            @Description("Name of the value.") String name,
            @Description("The value as text.") String value) {}

    @Override
    public List<ReadType> types() {
        return List.of(entry().list(ReadList.of(
                        "history",
                        Permission.READ_HISTORY,
                        "History of one object, oldest first. Whoever sees the object sees its history. Reference data,"
                                + " enterprises and people have none, nor has what was loaded and never changed.")
                .pages("A page of an object's history, oldest first.", "An entry in a page of history.")
                .ascending("SEQUENCE", "Oldest first.", "sequence integer")
                .arguments(Filter.of("of", "ID!", "Id of the object.", HistoryReading::ofObject))));
    }

    private static void ofObject(Conditions conditions, Object value, String path) {
        NodeId object =
                NodeId.parse((String) value).orElseThrow(() -> Refusal.at(path, ErrorCode.MALFORMED_ID, "type"));
        conditions
                .requireVisible(object, Refusal.at(path, ErrorCode.NOT_FOUND))
                .add("t.object_id = :object", "object", object.uuid())
                .add("t.object_type = :type", "type", HistoryEntry.typeName(object.type()));
    }

    private static ReadType entry() {
        return ReadType.of(
                        "HistoryEntry",
                        "history_entry",
                        "One recorded change of an object. Entries are never changed; each one's hash covers the one before it.")
                .integer("sequence!", "Place in the object's chain, from 1 without a gap.")
                .text("action!", "What happened: the past tense of the domain verb, e.g. CONFIRMED.")
                .text("status!", "The object's state after it.")
                .toldText(
                        "actorName",
                        "jsonb_build_object('actor', $.actor, 'role', $.actor_role, 'name', $.actor_name, 'action', $.action)",
                        HistoryReading::actorName,
                        "Name of who did it; null for workers, who are not told the identity of others, and for integrations"
                                + " without the scope `personal-data` where it was somebody of an enterprise, and always where it"
                                + " was a worker; null of who rated a visit. Of an anonymous reporter the name says nothing.")
                .choice("actorRole!", Role.class, "Role in which it was done.")
                .time("recordedAt!", "When it was recorded.")
                .values(
                        "details!",
                        30,
                        "jsonb_build_object('detail', $.detail, 'ofEnterprise', $.enterprise_id is not null, 'actor', $.actor,"
                                + " 'action', concat($.object_type, ' ', $.action))",
                        Detail.class,
                        HistoryReading::details,
                        "What it was about, as names and values. Integrations without the scope `personal-data` are not told"
                                + " who signs or answers for an enterprise, workers nothing of how another was assessed or what"
                                + " another checked, and enterprises nothing of who of an authority has a hazard or presses for what"
                                + " is owed.")
                .text("hash!", "SHA-256 of this entry and the hash before it, in hexadecimal digits.")
                .text("previousHash!", "Hash of the entry before; 64 zeros for the first.");
    }

    private static @Nullable String actorName(JsonNode stored, Caller reader) {
        boolean isOneself = reader.subject().equals(stored.get("actor").asText());
        Role role = Role.valueOf(stored.get("role").asText());
        boolean isKept = (role == Role.ENTERPRISE_WORKER && reader.role() == Role.INTEGRATION)
                || ANONYMOUS.contains(stored.get("action").asText());
        boolean isTold = reader.role() != Role.ENTERPRISE_WORKER
                && !isKept
                && (reader.readsPersonalData() || !role.ofEnterprise());
        return isOneself || isTold ? stored.get("name").asText() : null;
    }

    /** Entries from before whom they concern was kept are nobody's but of who made them. */
    private static boolean isOfAnother(JsonNode stored, String reader) {
        JsonNode concerned = stored.get("detail").get(Journal.CONCERNED);
        return concerned == null
                ? CONCERNING.contains(stored.get("action").asText())
                        && !stored.get("actor").asText().equals(reader)
                : !concerned.asText().equals(reader);
    }

    private static List<Detail> details(JsonNode stored, Caller reader) {
        if (reader.ofEnterprise()
                && AMONG_AUTHORITIES.contains(stored.get("action").asText())) {
            return List.of();
        }
        boolean namesPeople = !stored.get("ofEnterprise").asBoolean() || reader.readsPersonalData();
        if (reader.role() == Role.ENTERPRISE_WORKER && isOfAnother(stored, reader.subject())) {
            return List.of();
        }
        List<Detail> details = new ArrayList<>();
        TreeSet<String> names = new TreeSet<>();
        stored.get("detail").fieldNames().forEachRemaining(names::add);
        names.remove(Journal.CONCERNED);
        for (String name : names) {
            if (namesPeople || !NAMES.contains(name)) {
                details.add(new Detail(name, stored.get("detail").get(name).asText()));
            }
        }
        return details;
    }
}
