/**
 * Never shown: what is not there is told by components/missing-page.tsx or, where no
 * page has the address, by app/global-not-found.tsx. Without it Next would send a page
 * of its own along with each of the site's.
 */
export default function NeverShown() {
  return null
}
