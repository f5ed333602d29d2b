package org.safetyledger.paper;

import org.eclipse.microprofile.graphql.Description;

/** How a paper reaches its enterprise. */
@Description("How an official paper is served (送达).")
public enum ServiceKind {
    @Description("Handed over (直接送达).")
    DIRECT,
    @Description("Left there, as a photo or video proves (留置送达).")
    LEFT,
    @Description("By mail (邮寄送达).")
    MAIL,
    @Description("Electronically, with the enterprise's signed consent (电子送达).")
    ELECTRONIC,
    @Description("Through another authority (委托送达).")
    ENTRUSTED,
    @Description("By public notice (公告送达).")
    PUBLIC_NOTICE
}
