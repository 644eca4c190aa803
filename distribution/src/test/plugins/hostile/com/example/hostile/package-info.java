/** A plug-in that tries whatever a plug-in must not be able to do. Compiled by the tests that load it. */
package com.example.hostile;
