open module org.postgresql.jdbc {
    requires java.desktop;
    requires java.logging;
    requires java.management;
    requires java.naming;
    requires java.security.jgss;
    requires java.security.sasl;
    requires java.xml;
    requires transitive java.sql;
    requires transitive java.transaction.xa;

    provides java.sql.Driver with
            org.postgresql.Driver;
}
