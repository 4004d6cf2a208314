/** What we are made of: versions that are pinned, libraries that are new enough, licences that we may take. */
@NullMarked
package io.trashpong.harness.supply;

import org.jspecify.annotations.NullMarked;
