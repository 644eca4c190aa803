open module org.apache.pdfbox {
    requires java.xml;
    requires org.apache.commons.logging;
    requires transitive java.desktop;
    requires transitive org.apache.fontbox;
    requires transitive org.apache.pdfbox.io;
}
