open module org.apache.pdfbox.io {
    requires jdk.unsupported; // to give mapped files back
    requires org.apache.commons.logging;
}
