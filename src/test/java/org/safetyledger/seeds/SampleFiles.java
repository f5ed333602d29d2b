package org.safetyledger.seeds;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A directory with a small, complete example: one town, two enterprises, two people. */
record SampleFiles(Path directory) {

    static final String DIVISIONS = """
            code,name,level,kind,parent,valid_from,valid_to
            410000000000,河南省,PROVINCE,ADMINISTRATIVE,,2010-01-01,
            410200000000,开封市,CITY,ADMINISTRATIVE,410000000000,2010-01-01,
            410225000000,兰考县,COUNTY,ADMINISTRATIVE,410200000000,2010-01-01,
            410225101000,堌阳镇,TOWN,ADMINISTRATIVE,410225000000,2010-01-01,
            """;
    static final String INDUSTRIES = """
            code,name,parent,standard,valid_from,valid_to
            C,制造业,,GB/T 4754-2017,2017-10-01,
            C26,化学原料和化学制品制造业,C,GB/T 4754-2017,2017-10-01,
            """;
    static final String ENTERPRISES = """
            credit_code,name,division,industry,sector,address,employees,longitude,latitude,status
            91410225MA8U9NBR1E,兰考禹禾丰化工有限公司,410225101000,C26,,迎宾路77号,186,115.092817,34.891280,ACTIVE
            91410221MA73J0161T,杞县霁禾和机械有限公司,410225101000,C26,,西环路8号,142,,,ACTIVE
            """;
    static final String POSTS = """
            code,title,kind,division,department,enterprise,business_duties,safety_duties
            P-1,总经理,ENTERPRISE_PRINCIPAL,410225101000,,91410225MA8U9NBR1E,,
            P-2,镇长,GOVERNMENT_HEAD,410225101000,,,,
            """;
    static final String PEOPLE = """
            code,name,phone,post,subject,certificate_number
            KF-1,高芳林,13800000001,P-1,manager,
            KF-2,周静涛,13800000002,P-2,,
            """;
    static final String RESPONSIBILITY = """
            party,division,industry,enterprise,person,valid_from,valid_to
            ENTERPRISE_MAIN,410225101000,,91410225MA8U9NBR1E,KF-1,2024-01-01,
            TERRITORIAL,410225101000,,,KF-2,2024-01-01,
            """;

    void writeAll() throws IOException {
        write("divisions.csv", DIVISIONS);
        write("industries.csv", INDUSTRIES);
        write("enterprises.csv", ENTERPRISES);
        write("posts.csv", POSTS);
        write("people.csv", PEOPLE);
        write("responsibility.csv", RESPONSIBILITY);
    }

    void write(String file, String content) throws IOException {
        Files.writeString(directory.resolve(file), content, StandardCharsets.UTF_8);
    }
}
