import { ReaderDesk } from './reader-desk'
import { pressShortcut } from './shortcuts'
import { pressAction } from './story-actions'
import { followFinger } from './swipe'
import './reader-work.css'

/** All that is loaded when a reader first does something with stories. */
export const readerWork = { ReaderDesk, pressAction, pressShortcut, followFinger }
