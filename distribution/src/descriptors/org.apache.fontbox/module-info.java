open module org.apache.fontbox {
    requires java.desktop;
    requires org.apache.commons.logging;
    requires transitive org.apache.pdfbox.io;
}
