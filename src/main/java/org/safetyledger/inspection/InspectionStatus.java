package org.safetyledger.inspection;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;

@Enum("InspectionStatus")
@Description("State of an inspection.")
public enum InspectionStatus {
    @Description("An enforcement visit that waits for its approval by the authority's head.")
    APPROVAL_PENDING,
    @Description("An enforcement visit that was approved and has not enough officers yet.")
    APPROVED,
    @Description("Planned, without officers yet.")
    PLANNED,
    @Description("Officers are named.")
    ASSIGNED,
    @Description("An announced visit was announced to its target.")
    NOTIFIED,
    @Description("The visit is going on.")
    IN_PROGRESS,
    @Description("The record is finished and waits for its signature.")
    RECORD_PENDING_SIGNATURE,
    @Description("The target signed the record.")
    SIGNED,
    @Description("The target refused to sign, and the refusal is recorded.")
    SIGNATURE_REFUSED,
    @Description("The findings were issued.")
    FINDINGS_ISSUED,
    @Description("The findings are being followed up.")
    FOLLOW_UP,
    @Description("Completed.")
    COMPLETED,
    @Description("Cancelled before it started, or not approved.")
    CANCELLED,
    @Description("Broken off, e.g. because access was refused.")
    ABORTED
}
